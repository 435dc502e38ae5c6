-- Mass of the devices that left as waste in the month, per category and altogether. What is used
-- on, went back to its supplier or was lost is not waste; of a device whose route is not on record
-- it is not known, and it lowers the coverage by what it may weigh.
-- grain: one row per scope_kind, scope_id
with exits as (
    select
        int_exits.category,
        int_disposal_routes.is_waste,
        int_exits.is_mass_recorded,
        int_exits.mass_kg,
        case
            when int_disposal_routes.is_waste is null
                or (int_disposal_routes.is_waste and int_exits.mass_kg is null)
                then true
            else false
        end as is_unknown,
        int_exits.likely_mass_kg
    from int_exits
    inner join int_disposal_routes using (route)
    where int_exits.is_in_month
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when exits.is_waste and not exits.is_unknown then exits.mass_kg else 0 end)
            as waste_kg,
        sum(case when exits.is_waste and exits.is_mass_recorded then exits.mass_kg else 0 end)
            as recorded_kg,
        sum(case when exits.is_unknown then exits.likely_mass_kg else 0 end) as unknown_kg,
        sum(
            case when exits.is_unknown and exits.likely_mass_kg is null then 1 else 0 end
        ) as unweighed_count
    from int_device_scopes
    inner join int_exit_months using (month)
    left join exits
        on int_device_scopes.scope_kind = 'organisation'
        or exits.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(waste_kg as decimal(18, 6)) as waste_kg,
    case
        when unweighed_count > 0 then cast(0 as double)
        when unknown_kg = 0 then cast(1 as double)
        else cast(waste_kg as double) / (cast(waste_kg as double) + cast(unknown_kg as double))
    end as coverage,
    case
        when waste_kg = 0 then cast(1 as double)
        else cast(recorded_kg as double) / cast(waste_kg as double)
    end as measured_share
from scope_sums
