-- Only documents that overlap can say different things: the others are not read again.
-- grain: one row per document and series of readings in it
with following_series as (
    select
        *,
        max(last_at) over (
            partition by meter_key, quantity, kind
            order by first_at, last_at, document_id
            rows between unbounded preceding and 1 preceding
        ) as reached_at,
        lead(first_at) over (
            partition by meter_key, quantity, kind
            order by first_at, last_at, document_id
        ) as followed_at,
    from document_series
),
stretches as (
    select
        *,
        count(*) filter (where first_at > reached_at) over (
            partition by meter_key, quantity, kind
            order by first_at, last_at, document_id
            rows unbounded preceding
        ) as stretch,
    from following_series
)
select
    meter_key,
    quantity,
    kind,
    document_id,
    definition,
    batch,
    name,
    reached_at,
    followed_at,
from stretches
qualify count(*) over (partition by meter_key, quantity, kind, stretch)
    > case
        when min(definition) over (partition by meter_key, quantity, kind, stretch)
            = max(definition) over (partition by meter_key, quantity, kind, stretch)
            then count(distinct batch) over (partition by meter_key, quantity, kind, stretch)
        else 1
    end
