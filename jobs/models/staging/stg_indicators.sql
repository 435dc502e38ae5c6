-- The organisation's own figures; of one that came twice the last one counts.
-- grain: one row per day_on, indicator_id, scope_kind and scope_id
-- months: -12 to 0
with ranked_rows as (
    select
        indicators.day_on,
        indicators.indicator_id,
        indicators.scope_kind,
        indicators.scope_id,
        indicators.value,
        indicators.unit,
        row_number() over (
            partition by
                indicators.day_on,
                indicators.indicator_id,
                indicators.scope_kind,
                indicators.scope_id
            order by
                documents.batch desc,
                documents.name desc,
                indicators.document_id desc,
                indicators.line desc
        ) as recency
    from indicators
    inner join documents using (document_id)
)
select
    day_on,
    indicator_id,
    scope_kind,
    scope_id,
    value,
    unit
from ranked_rows
where recency = 1
