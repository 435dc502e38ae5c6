-- The classes of devices. Raw: config/.
select
    category_id as category,
    embodied_series,
    mass_series,
    is_personal = 'true' as is_personal
from read_csv('config/device-profiles.csv', header = true, comment = '#', all_varchar = true)
