/**
 * Sessions of one request and one answer at a time, as ISO 15118-2 and DIN 70121 have them: what
 * all their states share. Pure.
 */
@NullMarked
package energy.ebbflow.simulator.ev.exchange;

import org.jspecify.annotations.NullMarked;
