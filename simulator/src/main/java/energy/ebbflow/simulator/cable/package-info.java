/**
 * The charging cable: what each side shows the other at the connector, and the Unix-domain socket
 * that carries it when board and vehicle are separate processes.
 */
@NullMarked
package energy.ebbflow.simulator.cable;

import org.jspecify.annotations.NullMarked;
