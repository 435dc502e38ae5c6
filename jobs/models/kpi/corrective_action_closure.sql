-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: findings
-- denominator-unit: findings
-- over-time: year
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: fair-purchase
-- frames: ESRS S2, SDG 8.7, SDG 8.8
with watched_contracts as (
    -- Findings are of contracts that somebody monitors, and of the twelve months before.
    select
        month,
        findings_due,
        findings_closed,
        coalesce(findings_closed <= findings_due, false) as is_known
    from int_contracts
    where is_running
        and coalesce(is_ict_hardware, true)
        and (
            has_electronics_watch_terms
            or findings_due is not null
            or findings_closed is not null
        )
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(sum(case when is_known then findings_closed end) as decimal(18, 6)) as numerator,
    cast(sum(case when is_known then findings_due end) as decimal(18, 6)) as denominator,
    avg(case when is_known then 1e0 else 0e0 end) as coverage,
    cast(1 as double) as measured_share
from watched_contracts
group by month
