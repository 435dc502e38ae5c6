-- unit: kgCO2e
-- decimals: 0
-- better: higher
-- grain: organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: displacement, device_embodied_avoided
-- grade: B
-- practices: refurbished-purchase
-- frames: SDG 12.5
-- Told apart, never taken off what was emitted.
with sources as (
    select
        month
    from int_registers
    group by month
),
avoided_sums as (
    select
        sources.month,
        sum(
            case
                when int_avoided_devices.avoided_kg is not null
                    and int_avoided_devices.quantity is not null
                    then int_avoided_devices.avoided_kg * int_avoided_devices.quantity
                else 0
            end
        ) as avoided_kg,
        sum(
            case
                when int_avoided_devices.avoided_kg is not null
                    and int_avoided_devices.quantity is not null
                    then int_avoided_devices.quantity
                else 0
            end
        ) as known_count,
        sum(
            case
                when int_avoided_devices.category is null then 0
                when int_avoided_devices.quantity is null then 1
                else int_avoided_devices.quantity
            end
        ) as device_count
    from sources
    left join int_avoided_devices using (month)
    group by sources.month
)
select
    avoided_sums.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(avoided_sums.avoided_kg * displacements.value as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when avoided_sums.device_count = 0 then cast(1 as double)
        else avoided_sums.known_count / cast(avoided_sums.device_count as double)
    end as coverage,
    cast(0 as double) as measured_share
from avoided_sums
left join int_factors as displacements
    on displacements.purpose = 'displacement'
    and displacements.unit = 'share'
