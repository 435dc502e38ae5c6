/** Where documents come from: files, plain or packed. */
package eu.wattpeil.collect.source;
