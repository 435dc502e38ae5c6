select value from stg_meter_readings
