-- The factors that models chose by themselves, for each purpose per scope and altogether: of
-- devices by their class, of electricity by its contracts, of refills by what was refilled, of the
-- whole footprint by its parts. What nothing was modelled with is not used. The mass of all that
-- left is in the share of each route.
-- grain: one row per purpose, scope_kind, scope_id and factor_id
with category_factors as (
    select
        month,
        'device_energy' as purpose,
        category as scope_id,
        factor_id
    from int_fleet_devices
    where factor_id is not null
    union all
    select
        month,
        'device_printer_energy' as purpose,
        category as scope_id,
        factor_id
    from int_printer_devices
    where factor_id is not null
    union all
    select
        month,
        'device_embodied_amortised' as purpose,
        category as scope_id,
        factor_id
    from int_device_charges
    union all
    select
        month,
        'device_printer_embodied' as purpose,
        category as scope_id,
        factor_id
    from int_device_charges
    where category in ('printer', 'mfp')
    union all
    select
        month,
        'device_embodied_bought' as purpose,
        category as scope_id,
        embodied_factor_id as factor_id
    from int_bought_devices
    union all
    select
        month,
        'device_mass_bought' as purpose,
        category as scope_id,
        mass_factor_id as factor_id
    from int_bought_devices
    where secondary_kg is not null
    union all
    select
        month,
        'device_embodied_avoided' as purpose,
        category as scope_id,
        new_factor_id as factor_id
    from int_avoided_devices
    where avoided_kg is not null
    union all
    select
        month,
        'device_embodied_avoided' as purpose,
        category as scope_id,
        refurbishing_factor_id as factor_id
    from int_avoided_devices
    where avoided_kg is not null
    union all
    select
        month,
        'device_embodied_exits' as purpose,
        category as scope_id,
        embodied_factor_id as factor_id
    from int_exits
    where is_in_month
        and route <> 'internal_reuse'
        and life_years is not null
    union all
    select
        month,
        'device_mass_exits' as purpose,
        category as scope_id,
        mass_factor_id as factor_id
    from int_exits
    where is_in_month
    union all
    select
        int_exits.month,
        'device_mass_waste' as purpose,
        int_exits.category as scope_id,
        int_exits.mass_factor_id as factor_id
    from int_exits
    inner join int_disposal_routes using (route)
    where int_exits.is_in_month
        and int_disposal_routes.is_waste
),
supply_factors as (
    select
        month,
        case
            when kind = 'residual' then 'residual_mix'
            else 'supply_contracts'
        end as purpose,
        site_id,
        factor_id
    from int_site_supplies
    where supplied_kwh > 0
        and kind <> 'pv'
        and factor_id is not null
),
refill_factors as (
    select
        month,
        kind || '_refills' as purpose,
        site_id,
        factor_id
    from int_refills
    where amount is not null
        and factor_id is not null
),
upstream_factors as (
    select
        period.month,
        upstream_factors.factor_id
    from period
    cross join int_factors as grid_factors
    inner join int_factors as upstream_factors
        on upstream_factors.purpose = 'electricity_upstream'
    where grid_factors.purpose = 'grid_electricity'
        and grid_factors.basis = 'direct'
),
footprint_factors as (
    select
        int_print_volumes.month,
        'footprint_paper' as purpose,
        int_factors.factor_id
    from int_print_volumes
    cross join int_factors
    where int_print_volumes.scope_kind = 'organisation'
        and int_factors.purpose in ('paper', 'paper_a4_mass')
    union all
    select
        int_telework_energy.month,
        'footprint_home' as purpose,
        int_factors.factor_id
    from int_telework_energy
    cross join int_factors
    where int_telework_energy.scope_kind = 'organisation'
        and int_factors.purpose in (
            'telework_day', 'telework_heating', 'heating_degree_days', 'home_heating'
        )
),
scope_factors as (
    select
        month,
        purpose,
        'category' as scope_kind,
        scope_id,
        factor_id
    from category_factors
    union all
    select
        month,
        purpose,
        'site' as scope_kind,
        site_id as scope_id,
        factor_id
    from supply_factors
    union all
    select
        month,
        purpose,
        'site' as scope_kind,
        site_id as scope_id,
        factor_id
    from refill_factors
    union all
    select
        category_factors.month,
        category_factors.purpose,
        'route' as scope_kind,
        int_disposal_routes.route as scope_id,
        category_factors.factor_id
    from category_factors
    cross join int_disposal_routes
    where category_factors.purpose = 'device_mass_exits'
    union all
    select
        upstream_factors.month,
        'electricity_upstream' as purpose,
        'room' as scope_kind,
        int_room_totals.room_id as scope_id,
        upstream_factors.factor_id
    from upstream_factors
    inner join int_room_totals using (month)
)
select
    month,
    purpose,
    scope_kind,
    scope_id,
    factor_id
from scope_factors
where factor_id is not null
group by
    month,
    purpose,
    scope_kind,
    scope_id,
    factor_id
union all
select
    month,
    purpose,
    'organisation' as scope_kind,
    'all' as scope_id,
    factor_id
from scope_factors
where factor_id is not null
group by
    month,
    purpose,
    factor_id
union all
select
    month,
    purpose,
    'organisation' as scope_kind,
    'all' as scope_id,
    factor_id
from footprint_factors
