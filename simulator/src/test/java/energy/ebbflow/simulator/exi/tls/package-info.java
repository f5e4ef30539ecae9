@NullMarked
package energy.ebbflow.simulator.exi.tls;

import org.jspecify.annotations.NullMarked;
