/** What devices say over SNMP: the objects of each kind of device, and how polls become records. */
@NullMarked
package eu.wattpeil.collect.snmp;

import org.jspecify.annotations.NullMarked;
