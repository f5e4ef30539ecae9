/** ISO 15118-2: schedules and tariffs. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.schedule;

import org.jspecify.annotations.NullMarked;
