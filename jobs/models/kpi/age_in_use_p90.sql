-- unit: months
-- decimals: 0
-- better: higher
-- grain: category, organisation
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- frames: ESRS E5-4, SDG 12.5
-- The youngest age that nine of ten devices do not exceed.
with scoped_ages as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        int_inventory.age_months,
        sum(int_inventory.quantity) as device_count,
        sum(case when int_inventory.is_first_use_known then int_inventory.quantity else 0 end)
            as first_use_count
    from int_device_scopes
    inner join int_inventory
        on int_inventory.status = 'in_use'
        and (
            int_device_scopes.scope_kind = 'organisation'
            or coalesce(int_inventory.category, 'unknown') = int_device_scopes.scope_id
        )
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        int_inventory.age_months
),
counted_ages as (
    select
        month,
        scope_kind,
        scope_id,
        age_months,
        device_count,
        first_use_count,
        sum(case when age_months is not null then device_count else 0 end) over (
            partition by scope_kind, scope_id
            order by age_months nulls last
            rows between unbounded preceding and current row
        ) as counted,
        sum(case when age_months is not null then device_count else 0 end) over (
            partition by scope_kind, scope_id
        ) as known_count
    from scoped_ages
)
select
    month,
    scope_kind,
    scope_id,
    cast(
        min(case when counted * 10 >= known_count * 9 then age_months end) as decimal(18, 6)
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    max(known_count) / cast(sum(device_count) as double) as coverage,
    sum(case when age_months is not null then first_use_count else 0 end)
    / cast(nullif(max(known_count), 0) as double) as measured_share
from counted_ages
group by
    month,
    scope_kind,
    scope_id
