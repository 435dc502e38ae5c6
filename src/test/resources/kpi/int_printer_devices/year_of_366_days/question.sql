select round(known_kwh, 6) as known_kwh from int_printer_devices
