/** Reads TLS connections in captures by the secrets that one of the ends wrote down. */
@NullMarked
package energy.ebbflow.simulator.exi.tls;

import org.jspecify.annotations.NullMarked;
