/** Where polls come from: devices that are asked over SNMP, and the book that keeps them. */
@NullMarked
package eu.wattpeil.collect.source.snmp;

import org.jspecify.annotations.NullMarked;
