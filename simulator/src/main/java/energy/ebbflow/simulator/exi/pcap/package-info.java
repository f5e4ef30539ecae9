/** Network captures: the files, the packets in them, and the V2GTP frames in their TCP streams. */
@NullMarked
package energy.ebbflow.simulator.exi.pcap;

import org.jspecify.annotations.NullMarked;
