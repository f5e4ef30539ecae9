/** How fast the coders are, beside EXIficient's body API in the same run. */
@NullMarked
package energy.ebbflow.iso15118.benchmark;

import org.jspecify.annotations.NullMarked;
