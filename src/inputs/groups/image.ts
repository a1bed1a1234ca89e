import type { Group } from '../input.ts'

export const IMAGE = {
  title: 'Image to test',
  about: 'The image is built from the repository, unless `image` names one.',
  inputs: {
    context: {
      value: { kind: 'path' },
      default: '.',
      help: 'The directory that the image is built from.',
      details: ['The path is relative to `working-directory`.']
    },
    containerfile: {
      value: { kind: 'path' },
      default: '',
      unset: '`Containerfile` in `context`, or else `Dockerfile`',
      help: 'The file that the image is built from.',
      details: ['The path is relative to `working-directory`.']
    },
    'build-args': {
      value: { kind: 'text', what: '`NAME=value`, one per line' },
      default: '',
      help: 'Arguments of the build.',
      details: ['Quotes are part of the value.']
    },
    target: {
      value: { kind: 'text', what: 'the name of a build stage' },
      default: '',
      unset: 'the last stage',
      help: 'Where the build stops.'
    },
    image: {
      value: { kind: 'text', what: 'the name of an image' },
      default: '',
      unset: 'an image is built',
      help: 'Tests this image, and builds none.',
      details: [
        'podman pulls it if the runner does not have it. The other inputs of this group are then ignored.'
      ]
    }
  }
} as const satisfies Group
