/**
 * What a vehicle is told of power and prices over time under ISO 15118-2, and what it agreed to.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.iso2.schedule;

import org.jspecify.annotations.NullMarked;
