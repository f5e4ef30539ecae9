/**
 * Messages for people: as a tree of elements with the standard's names, as XML and as JSON, and
 * back. It works by reflection over the records' annotations, for tools, traces and tests; no
 * message on its way to or from a vehicle passes here.
 */
@NullMarked
package energy.ebbflow.iso15118.message.text;

import org.jspecify.annotations.NullMarked;
