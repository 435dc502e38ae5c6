-- The registers of events that speak for the month. A register speaks from its first row until the
-- day of its last one: a month between those without a row is one in which nothing happened.
-- grain: one row per dataset
with spans as (
    select
        dataset,
        min(local_date(first_at)) as first_on,
        max(local_date(last_at)) as last_on
    from documents
    where dataset in ('disposals', 'purchases', 'tickets')
        and first_at is not null
    group by dataset
)
select
    period.month,
    spans.dataset
from spans
inner join period
    on spans.first_on <= period.last_on
    and spans.last_on >= period.first_on
