/** Formats of inventories: what agents tell of devices. Names of hosts and users stay here. */
@NullMarked
package eu.wattpeil.collect.inventory;

import org.jspecify.annotations.NullMarked;
