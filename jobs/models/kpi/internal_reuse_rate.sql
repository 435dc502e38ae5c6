-- unit: share
-- decimals: 3
-- better: higher
-- grain: category, organisation
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: internal-reuse-first
-- frames: ESRS E5-4, SDG 12.5
-- Of the devices that users were given in the month: those that the organisation had already, and
-- those that were bought, also refurbished. Both registers must speak for the month.
with reuse_sources as (
    select
        month
    from int_registers
    where dataset in ('disposals', 'tickets')
    group by month
),
handed_out as (
    select
        category,
        quantity as redeployed_count,
        0 as bought_count,
        0 as unknown_count
    from int_redeployments
    union all
    select
        category,
        0 as redeployed_count,
        case when quantity is null then 0 else quantity end as bought_count,
        case when quantity is null then 1 else 0 end as unknown_count
    from int_bought_devices
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when handed_out.category is null then 0 else handed_out.redeployed_count end)
            as redeployed_count,
        sum(
            case
                when handed_out.category is null then 0
                else handed_out.redeployed_count + handed_out.bought_count
            end
        ) as known_count,
        sum(case when handed_out.category is null then 0 else handed_out.unknown_count end)
            as unknown_count
    from int_device_scopes
    inner join int_registers
        on int_registers.month = int_device_scopes.month
        and int_registers.dataset = 'purchases'
    inner join reuse_sources
        on reuse_sources.month = int_device_scopes.month
    left join handed_out
        on int_device_scopes.scope_kind = 'organisation'
        or handed_out.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(redeployed_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    case
        when (known_count + unknown_count) = 0 then cast(1 as double)
        else known_count / cast((known_count + unknown_count) as double)
    end as coverage,
    cast(1 as double) as measured_share
from scope_sums
