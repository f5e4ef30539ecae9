/** ISO 15118-2: what is exchanged again and again while charging is prepared and runs. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.loop;

import org.jspecify.annotations.NullMarked;
