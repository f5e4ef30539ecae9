/** The exi command as a user meets it. */
@NullMarked
package energy.ebbflow.simulator.exi;

import org.jspecify.annotations.NullMarked;
