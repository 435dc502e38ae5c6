-- The contracts that run in the month, and those that the last snapshot of each register of the
-- year up to the month's end has beside them. One without a first or last day has no such end.
-- A register that has a day of the last list of factories for any contract writes such lists down:
-- where it has none, there is none. Elsewhere nothing is known of them.
-- grain: one row per definition and contract_id
with last_snapshots as (
    select
        stg_contracts.definition,
        max(stg_contracts.observed_on) as observed_on,
        period.month,
        period.first_on,
        period.last_on
    from stg_contracts
    cross join period
    where stg_contracts.observed_on <= period.last_on
    group by
        stg_contracts.definition,
        period.month,
        period.first_on,
        period.last_on
),
snapshot_contracts as (
    select
        last_snapshots.month,
        last_snapshots.last_on,
        stg_contracts.definition,
        stg_contracts.contract_id,
        stg_contracts.is_ict_hardware,
        coalesce(stg_contracts.starts_on <= last_snapshots.last_on, true)
        and coalesce(stg_contracts.ends_on >= last_snapshots.first_on, true) as is_running,
        stg_contracts.amount_eur,
        stg_contracts.has_human_rights_clause,
        stg_contracts.has_electronics_watch_terms,
        stg_contracts.affiliated_from_on,
        stg_contracts.affiliated_until_on,
        stg_contracts.factories_disclosed_on,
        count(stg_contracts.factories_disclosed_on) over (
            partition by stg_contracts.definition
        ) as disclosure_count,
        stg_contracts.findings_due,
        stg_contracts.findings_closed,
        stg_contracts.has_take_back,
        stg_contracts.has_repair,
        stg_contracts.spare_parts_years,
        stg_contracts.has_battery_swap,
        stg_contracts.has_refurbished_option,
        stg_contracts.has_packaging
    from stg_contracts
    inner join last_snapshots using (definition, observed_on)
)
select
    month,
    definition,
    contract_id,
    is_ict_hardware,
    is_running,
    amount_eur,
    has_human_rights_clause,
    has_electronics_watch_terms,
    affiliated_from_on,
    affiliated_until_on,
    case
        -- Terms without an affiliation give no leverage.
        when not has_electronics_watch_terms
            or affiliated_from_on > last_on
            or affiliated_until_on < last_on
            then false
        when has_electronics_watch_terms and affiliated_from_on <= last_on
            then true
    end as is_watched,
    case
        when factories_disclosed_on > add_months(last_on, -12) and factories_disclosed_on <= last_on
            then true
        when factories_disclosed_on is not null or disclosure_count > 0
            then false
    end as has_disclosed_factories,
    findings_due,
    findings_closed,
    has_take_back,
    has_repair,
    spare_parts_years,
    has_battery_swap,
    has_refurbished_option,
    has_packaging
from snapshot_contracts
