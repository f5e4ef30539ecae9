/** What a vehicle is, what happens to it, and what it wants done: the words of its machine. */
@NullMarked
package energy.ebbflow.simulator.ev.model;

import org.jspecify.annotations.NullMarked;
