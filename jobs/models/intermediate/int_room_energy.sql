-- Energy of each room in the computed month; the columns are those of int_room_months.
-- grain: one row per room_id
select
    int_room_months.month,
    int_room_months.room_id,
    int_room_months.has_edc_meter,
    int_room_months.has_it_meter,
    int_room_months.hour_count,
    int_room_months.edc_hour_count,
    int_room_months.edc_wh,
    int_room_months.edc_measured_wh,
    int_room_months.it_hour_count,
    int_room_months.it_wh,
    int_room_months.it_measured_wh,
    int_room_months.electricity_hour_count,
    int_room_months.electricity_wh,
    int_room_months.electricity_measured_wh,
    int_room_months.paired_hour_count,
    int_room_months.paired_edc_wh,
    int_room_months.paired_it_wh,
    int_room_months.paired_measured_wh
from int_room_months
inner join period using (month)
