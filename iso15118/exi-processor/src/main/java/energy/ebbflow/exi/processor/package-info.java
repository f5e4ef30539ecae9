/**
 * Turns the annotated message records into straight-line coders at build time: the records are read
 * into a model ({@code ModelReader}), the model knows the event codes ({@code TypeModel}), and the
 * writers print Java from it. Nothing here runs on the target.
 */
@NullMarked
package energy.ebbflow.exi.processor;

import org.jspecify.annotations.NullMarked;
