package energy.ebbflow.firmware.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param at wall clock
 * @param nanos monotonic time, ns
 * @param evse counts from 1; 0 is the station
 * @param kind one word: {@code pilot}, {@code decision}, {@code fault}, {@code command}, …
 * @param detail JSON object, at most {@link Journal#DETAIL_MAX} characters; longer ones are cut
 */
public record JournalEntry(Instant at, long nanos, int evse, String kind, String detail) {}
