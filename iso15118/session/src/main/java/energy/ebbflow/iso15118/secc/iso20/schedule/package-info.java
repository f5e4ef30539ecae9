/** Power and prices over time in ISO 15118-20, and whether a vehicle keeps to what it chose. */
@NullMarked
package energy.ebbflow.iso15118.secc.iso20.schedule;

import org.jspecify.annotations.NullMarked;
