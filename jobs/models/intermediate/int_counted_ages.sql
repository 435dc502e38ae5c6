-- How many devices in use there are of each age, per category and altogether, in order of age:
-- counted is the number of those of that age or less, known_count that of all whose age is known.
-- Devices of unknown age come last and count for neither.
-- grain: one row per scope_kind, scope_id and age_months
with scoped_ages as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        int_inventory.age_months,
        cast(sum(int_inventory.quantity) as bigint) as device_count,
        cast(
            sum(case when int_inventory.is_first_use_known then int_inventory.quantity else 0 end)
            as bigint
        ) as first_use_count
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
)
select
    month,
    scope_kind,
    scope_id,
    age_months,
    device_count,
    first_use_count,
    cast(
        sum(case when age_months is not null then device_count else 0 end) over (
            partition by scope_kind, scope_id
            order by age_months nulls last
            rows between unbounded preceding and current row
        ) as bigint
    ) as counted,
    cast(
        sum(case when age_months is not null then device_count else 0 end) over (
            partition by scope_kind, scope_id
        ) as bigint
    ) as known_count
from scoped_ages
