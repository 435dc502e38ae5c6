-- The devices in use whose energy is modelled, with the yearly energy of one: the maker's figure,
-- or else the one of its category, whose factor is then named. Devices in a room that has a meter
-- are in that meter already. A server whose room is not on record may be in a metered one: then its
-- energy counts as unknown.
-- likely_kwh is what a device of unknown energy may use, and serves to weigh what is unknown only:
-- nothing else is made of it.
-- quantity is the number of devices that a row stands for.
-- grain: one row per definition and device_id
with metered_rooms as (
    select
        meters.room_id
    from meters
    cross join period
    where meters.role in ('room_total', 'it')
        and meters.room_id is not null
        and meters.valid_from <= period.last_on
        and (meters.valid_to is null or meters.valid_to >= period.first_on)
    group by meters.room_id
),
metered_room_counts as (
    select
        count(*) as room_count
    from metered_rooms
),
fleet_devices as (
    select
        int_inventory.month,
        int_inventory.definition,
        int_inventory.device_id,
        int_inventory.quantity,
        coalesce(int_inventory.category, 'unknown') as category,
        int_inventory.category = 'server'
            and int_inventory.room_id is null
            and metered_room_counts.room_count > 0 as is_maybe_metered,
        int_inventory.declared_kwh_per_year as declared_kwh,
        case
            when int_series_factors.unit = 'kWh/year' then int_series_factors.value
        end as typical_kwh,
        int_series_factors.factor_id,
        int_inventory.assumed_kwh_per_year as assumed_kwh
    from int_inventory
    cross join metered_room_counts
    left join metered_rooms using (room_id)
    left join int_series_factors
        on int_series_factors.series = int_inventory.energy_series
    where int_inventory.status = 'in_use'
        and metered_rooms.room_id is null
),
known_devices as (
    select
        month,
        definition,
        device_id,
        quantity,
        category,
        declared_kwh,
        typical_kwh,
        factor_id,
        assumed_kwh,
        case
            when not coalesce(is_maybe_metered, false) then coalesce(declared_kwh, typical_kwh)
        end as year_kwh
    from fleet_devices
)
select
    month,
    definition,
    device_id,
    quantity,
    category,
    decimal_6(year_kwh) as year_kwh,
    decimal_6(
        coalesce(
            declared_kwh,
            typical_kwh,
            cast(
                sum(
                    exact(cast(year_kwh as double) * quantity)
                ) over (partition by category) as double
            )
            / sum(case when year_kwh is not null then quantity end) over (partition by category),
            assumed_kwh,
            cast(sum(exact(cast(year_kwh as double) * quantity)) over () as double)
            / sum(case when year_kwh is not null then quantity end) over ()
        )
    ) as likely_kwh,
    case when declared_kwh is null and year_kwh is not null then factor_id end as factor_id
from known_devices
