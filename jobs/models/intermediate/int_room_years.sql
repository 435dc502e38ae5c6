-- Energy of each room in the twelve months that end with the computed one. Only months count in
-- which enough of the hours are paired; a month that does not is missing from the coverage.
-- grain: one row per room_id that has meters of EDC and IT in the computed month
with covered_months as (
    select
        int_room_months.room_id,
        int_room_months.paired_hour_count,
        int_room_months.paired_edc_wh,
        int_room_months.paired_it_wh,
        int_room_months.paired_measured_wh
    from int_room_months
    cross join settings
    where int_room_months.paired_hour_count
        >= settings.minimum_coverage * int_room_months.hour_count
),
year_sums as (
    select
        int_room_energy.month,
        int_room_energy.room_id,
        count(covered_months.room_id) as month_count,
        sum(covered_months.paired_hour_count) as paired_hour_count,
        sum(covered_months.paired_edc_wh) as paired_edc_wh,
        sum(covered_months.paired_it_wh) as paired_it_wh,
        sum(covered_months.paired_measured_wh) as paired_measured_wh
    from int_room_energy
    left join covered_months using (room_id)
    where int_room_energy.has_edc_meter
        and int_room_energy.has_it_meter
    group by
        int_room_energy.month,
        int_room_energy.room_id
)
select
    year_sums.month,
    year_sums.room_id,
    micros_between(start_of_day(add_months(period.first_on, -11)), period.ended_at)
    / 3600000000 as hour_count,
    year_sums.month_count,
    cast(
        case when year_sums.month_count = 0 then 0 else year_sums.paired_hour_count end as bigint
    ) as paired_hour_count,
    cast(year_sums.paired_edc_wh as decimal(18, 3)) as paired_edc_wh,
    cast(year_sums.paired_it_wh as decimal(18, 3)) as paired_it_wh,
    cast(year_sums.paired_measured_wh as decimal(18, 3)) as paired_measured_wh
from year_sums
inner join period using (month)
