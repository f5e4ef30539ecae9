/**
 * The plug-in point for what a vehicle model speaks beyond ISO 15118-2 (R7). Off unless a station's
 * configuration names extension and vehicles. Extensions are pure: time and the station's condition
 * are arguments.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.extension;

import org.jspecify.annotations.NullMarked;
