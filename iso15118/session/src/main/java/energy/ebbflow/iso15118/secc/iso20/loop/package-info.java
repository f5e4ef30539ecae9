/** What a vehicle and a station tell each other while energy flows, in AC and DC alike. */
@NullMarked
package energy.ebbflow.iso15118.secc.iso20.loop;

import org.jspecify.annotations.NullMarked;
