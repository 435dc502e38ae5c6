-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_embodied_amortised
-- grade: A
-- frames: SDG 12.2
-- For steering only: the GHG Protocol books capital goods in the year of purchase. A device of
-- unknown carbon weighs as the mean of the others.
with inventories as (
    select
        month
    from int_inventory
    group by month
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(
            case
                when int_device_charges.charge_kg is not null
                    then int_device_charges.charge_kg * int_device_charges.quantity
                else 0
            end
        ) as charge_kg,
        sum(
            case
                when int_device_charges.charge_kg is null then int_device_charges.quantity
                else 0
            end
        ) as unknown_count,
        sum(case when int_device_charges.charge_kg > 0 then int_device_charges.quantity else 0 end)
            as charged_count
    from int_device_scopes
    inner join inventories using (month)
    left join int_device_charges
        on int_device_scopes.scope_kind = 'organisation'
        or int_device_charges.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(charge_kg as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when unknown_count is null or unknown_count = 0 then cast(1 as double)
        else charged_count / cast(charged_count + unknown_count as double)
    end as coverage,
    cast(0 as double) as measured_share
from scope_sums
