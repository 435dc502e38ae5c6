select device_id, round(known_kwh, 6) as known_kwh, round(metered_kwh, 6) as metered_kwh, round(missing_kwh, 6) as missing_kwh, factor_id from int_printer_devices
