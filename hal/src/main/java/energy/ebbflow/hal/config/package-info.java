/**
 * Reads board files: strict TOML with line numbers, typed tables that remember what was asked of
 * them, and the electrical part of a board file with its cross-checks.
 *
 * <p>Everything here runs once at start, on the thread of {@code Main}.
 */
@NullMarked
package energy.ebbflow.hal.config;

import org.jspecify.annotations.NullMarked;
