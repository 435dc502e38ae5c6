-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_embodied_bought
-- grade: B
-- frames: GHG scope 3 category 2, ESRS E1-6, SDG 12.2
with scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        cast(
            sum(
                exact(
                    case
                        when int_bought_devices.embodied_kg is not null
                            and int_bought_devices.quantity is not null
                            then int_bought_devices.embodied_kg * int_bought_devices.quantity
                        else 0
                    end
                )
            ) as double
        ) as embodied_kg,
        sum(
            case
                when int_bought_devices.embodied_kg is not null
                    and int_bought_devices.quantity is not null
                    then int_bought_devices.quantity
                else 0
            end
        ) as known_count,
        sum(
            case
                when int_bought_devices.category is null then 0
                when int_bought_devices.quantity is null then 1
                else int_bought_devices.quantity
            end
        ) as bought_count
    from int_device_scopes
    inner join int_registers
        on int_registers.month = int_device_scopes.month
        and int_registers.dataset = 'purchases'
    left join int_bought_devices
        on int_device_scopes.scope_kind = 'organisation'
        or int_bought_devices.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    decimal_6(embodied_kg) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when bought_count = 0 then cast(1 as double)
        else known_count / cast(bought_count as double)
    end as coverage,
    cast(0 as double) as measured_share
from scope_sums
