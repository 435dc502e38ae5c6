-- Energy of a room in the month and in each of the eleven before it: the sum over its known hours,
-- and how many those are. The paired_… columns count only hours in which both EDC and IT are known,
-- so that a gap of one meter does not look like a better or a worse PUE.
-- grain: one row per month and room_id
with month_lengths as (
    select
        month,
        micros_between(
            start_of_day(cast(month || '-01' as date)),
            start_of_day(add_months(cast(month || '-01' as date), 1))
        ) / 3600000000 as hour_count
    from int_room_hours
    group by month
),
room_sums as (
    select
        month,
        room_id,
        count(case when has_edc_meter then 1 end) > 0 as has_edc_meter,
        count(case when has_it_meter then 1 end) > 0 as has_it_meter,
        count(edc_wh) as edc_hour_count,
        sum(edc_wh) as edc_wh,
        sum(edc_measured_wh) as edc_measured_wh,
        count(it_wh) as it_hour_count,
        sum(it_wh) as it_wh,
        sum(it_measured_wh) as it_measured_wh,
        count(electricity_wh) as electricity_hour_count,
        sum(electricity_wh) as electricity_wh,
        sum(electricity_measured_wh) as electricity_measured_wh,
        count(edc_wh + it_wh) as paired_hour_count,
        sum(case when it_wh is not null then edc_wh end) as paired_edc_wh,
        sum(case when edc_wh is not null then it_wh end) as paired_it_wh,
        sum(
            case
                when edc_wh is not null and it_wh is not null
                    then edc_measured_wh + it_measured_wh
            end
        ) as paired_measured_wh
    from int_room_hours
    group by
        month,
        room_id
)
select
    room_sums.month,
    room_sums.room_id,
    room_sums.has_edc_meter,
    room_sums.has_it_meter,
    cast(month_lengths.hour_count as double) as hour_count,
    room_sums.edc_hour_count,
    cast(room_sums.edc_wh as decimal(18, 3)) as edc_wh,
    cast(room_sums.edc_measured_wh as decimal(18, 3)) as edc_measured_wh,
    room_sums.it_hour_count,
    cast(room_sums.it_wh as decimal(18, 3)) as it_wh,
    cast(room_sums.it_measured_wh as decimal(18, 3)) as it_measured_wh,
    room_sums.electricity_hour_count,
    cast(room_sums.electricity_wh as decimal(18, 3)) as electricity_wh,
    cast(room_sums.electricity_measured_wh as decimal(18, 3)) as electricity_measured_wh,
    room_sums.paired_hour_count,
    cast(room_sums.paired_edc_wh as decimal(18, 3)) as paired_edc_wh,
    cast(room_sums.paired_it_wh as decimal(18, 3)) as paired_it_wh,
    cast(room_sums.paired_measured_wh as decimal(18, 3)) as paired_measured_wh
from room_sums
inner join month_lengths using (month)
