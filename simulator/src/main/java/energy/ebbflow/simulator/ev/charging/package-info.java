/**
 * What a vehicle wants of a charger and does not put up with, in the numbers that ISO 15118-2 and
 * DIN 70121 share. Pure.
 */
@NullMarked
package energy.ebbflow.simulator.ev.charging;

import org.jspecify.annotations.NullMarked;
