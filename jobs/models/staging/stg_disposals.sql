-- What left, and what recyclers stated of it, in the month and in the twelve before and after it:
-- a device that is told of twice is then seen to be one. An entry that a source gives again takes
-- the place of all its lines, also where its day was corrected.
-- grain: one row per line of the newest document of definition and disposal_id
-- months: -12 to 12
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
            partition by documents.definition, disposals.disposal_id
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
