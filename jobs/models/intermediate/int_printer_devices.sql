-- The energy of each printer in use in the month: of one that has a meter of its own name and of
-- role device, what that meter counted; of any other, and where that meter was silent all month,
-- the days of the month out of a year's modelled energy. missing_kwh is what hours without readings
-- may have had, or a device of unknown energy, and serves to weigh what is unknown only.
-- grain: one row per definition and device_id
with meter_sums as (
    select
        hourly_energy.meter_id,
        sum(case when hourly_energy.quantity = 'electricity' then hourly_energy.energy_wh end)
        as energy_wh,
        sum(hourly_energy.covered_s) as covered_s,
        count(*) * 3600 as all_s
    from hourly_energy
    inner join period using (month)
    where hourly_energy.role = 'device'
    group by hourly_energy.meter_id
),
month_days as (
    select
        cast(days_between(first_on, last_on) + 1 as double)
        / dayofyear(cast(concat(substr(month, 1, 4), '-12-31') as date)) as year_share
    from period
),
printers_in_use as (
    select
        int_fleet_devices.month,
        int_fleet_devices.definition,
        int_fleet_devices.device_id,
        int_fleet_devices.category,
        int_fleet_devices.factor_id,
        cast(int_fleet_devices.year_kwh as double) * int_fleet_devices.quantity
        * month_days.year_share as modelled_kwh,
        cast(int_fleet_devices.likely_kwh as double) * int_fleet_devices.quantity
        * month_days.year_share as likely_kwh,
        cast(meter_sums.energy_wh as double) / 1000 as metered_kwh,
        cast(meter_sums.covered_s as double) / nullif(meter_sums.all_s, 0) as metered_share
    from int_fleet_devices
    cross join month_days
    left join meter_sums
        on meter_sums.meter_id = int_fleet_devices.device_id
        and meter_sums.energy_wh is not null
        and int_fleet_devices.quantity = 1
    where int_fleet_devices.category in ('printer', 'mfp')
)
select
    month,
    definition,
    device_id,
    category,
    coalesce(metered_kwh, modelled_kwh) as known_kwh,
    coalesce(metered_kwh, 0) as metered_kwh,
    case
        when metered_kwh is not null then metered_kwh / nullif(metered_share, 0) - metered_kwh
        when modelled_kwh is null then likely_kwh
        else 0
    end as missing_kwh,
    case when metered_kwh is null and modelled_kwh is not null then factor_id end as factor_id
from printers_in_use
