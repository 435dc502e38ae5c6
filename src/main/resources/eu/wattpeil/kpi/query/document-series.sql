-- Documents come last: telling rows apart by their names, too, took longer than all else.
-- grain: one row per document and series of readings in it
with series as (
    select
        meter_key,
        quantity,
        kind,
        document_id,
        count(*) as readings,
        approx_count_distinct(
            hash(coalesce(started_at, measured_at), measured_at)
        ) as about_instants,
        min(coalesce(started_at, measured_at)) as first_at,
        max(measured_at) as last_at,
    from meter_readings
    group by all
)
select
    series.meter_key,
    series.quantity,
    series.kind,
    series.document_id,
    documents.definition,
    documents.batch,
    documents.name,
    series.readings,
    series.about_instants,
    series.first_at,
    series.last_at,
from series
inner join documents using (document_id)
