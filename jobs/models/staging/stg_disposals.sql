-- What left. An entry of a day that a source gives again takes the place of all its lines of that
-- day.
-- grain: one row per line of the newest document of definition, disposal_id and disposed_on
-- months: 0 to 0
with ranked_rows as (
    select
        documents.definition,
        disposals.disposed_on,
        disposals.disposal_id,
        disposals.entry,
        disposals.device_id,
        disposals.category,
        disposals.quantity,
        disposals.mass_kg,
        disposals.route,
        disposals.first_used_on,
        disposals.is_fit_for_reuse,
        disposals.has_wiping_certificate,
        disposals.has_recycling_certificate,
        disposals.receiver_country,
        disposals.prepared_kg,
        disposals.recycled_kg,
        disposals.recovered_kg,
        dense_rank() over (
            partition by documents.definition, disposals.disposal_id, disposals.disposed_on
            order by documents.batch desc, documents.name desc, disposals.document_id desc
        ) as recency
    from disposals
    inner join documents using (document_id)
)
select
    definition,
    disposed_on,
    disposal_id,
    entry,
    device_id,
    category,
    quantity,
    mass_kg,
    route,
    first_used_on,
    is_fit_for_reuse,
    has_wiping_certificate,
    has_recycling_certificate,
    receiver_country,
    prepared_kg,
    recycled_kg,
    recovered_kg
from ranked_rows
where recency = 1
