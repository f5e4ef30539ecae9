/** ISO 15118-20: ScheduleExchange. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.schedule;

import org.jspecify.annotations.NullMarked;
